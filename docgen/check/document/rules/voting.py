"""Votes are counted as the rules say: on all full members, two thirds for admission, full members only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.document.plain import sentences
from docgen.check.document.remark import Remark, remark
from docgen.check.document.subject import Reviewed
from docgen.messages import say

_MOST = (r"(?:quá nửa|quá bán|hơn một nửa|trên một nửa|hơn nửa|trên nửa|đa số|(?:trên|quá|hơn) 50\s?%|hai phần ba|2/3"
         r"|ba phần tư|3/4|(?:trên|quá|hơn) 1/2)")
_WHO = r"(?:đảng viên|chi uỷ viên|đảng uỷ viên|cấp uỷ viên|uỷ viên|đại biểu|đồng chí|thành viên|người)"
_PRESENT = (r"(?:có mặt|dự họp|tham dự|dự hội nghị|dự sinh hoạt|tham gia (?:dự )?họp|tham gia biểu quyết"
            r"|tham gia bỏ phiếu|đến dự|đến họp)")
_AGREE = r"(?:tán thành|đồng ý|nhất trí|biểu quyết|thông qua|bỏ phiếu)"
_ON_PRESENT = (
    re.compile(rf"{_MOST}[^.;]{{0,25}}{_WHO}[^.;]{{0,30}}{_PRESENT}[^.;]{{0,60}}{_AGREE}"),
    re.compile(rf"(?:{_AGREE}|có giá trị|có hiệu lực|quyết định)[^.;]{{0,80}}{_MOST}[^.;]{{0,25}}{_WHO}"
               rf"[^.;]{{0,30}}{_PRESENT}"),
    re.compile(rf"{_MOST}[^.;]{{0,10}}số phiếu[^.;]{{0,40}}{_PRESENT}"),
)
_NOT_A_VOTE = re.compile(
    r"được tiến hành khi|chỉ (?:họp|tiến hành)|mới được tiến hành|hợp lệ khi có mặt|hình thức biểu quyết")
_PROPOSED = r"(?:kết nạp|công nhận đảng viên chính thức|xoá tên|khai trừ)"
_TWO_THIRDS = re.compile(r"hai phần ba|2/3|⅔|trên 66")
_HALF = re.compile(
    r"quá nửa|quá bán|hơn một nửa|trên một nửa|hơn nửa|trên nửa|đa số|(?:trên|quá|hơn) 50\s?%|(?:trên|hơn) 1/2")
_PROBATIONARY = re.compile(r"(?:đảng viên dự bị|sinh hoạt (?:đảng )?tạm thời)[^.;]{0,80}?"
                           r"(?:được|có quyền|cùng|tham gia)[^.;]{0,50}?(?:biểu quyết|bầu cử|ứng cử)")
_NOT = re.compile(r"không|trừ|chưa|chỉ dự|ngoài")


def votes_are_counted_rightly(reviewed: Reviewed) -> Iterator[Remark]:
    """Read every sentence that says how a vote is counted."""
    for place, line, text in reviewed.body():
        for start, sentence in sentences(text):
            if _NOT_A_VOTE.search(sentence):
                continue
            if match := next(filter(None, (pattern.search(sentence) for pattern in _ON_PRESENT)), None):
                yield remark("review-vote-present", "error",
                             say("The majority is counted on those present; a resolution needs it of all full members "
                                 "(of all members of the committee)."),
                             say("Write: tổng số đảng viên chính thức (294-QĐ/TW, 9.3)."),
                             line=place, words=line.text[start + match.start():start + match.end()])
            if re.search(_PROPOSED, sentence) and re.search(_AGREE, sentence) and not _TWO_THIRDS.search(sentence) and (
                    half := _HALF.search(sentence)):
                yield remark("review-vote-share", "error",
                             say("Admission, full membership, striking off and expulsion need at least two thirds of "
                                 "all full members, not “{words}”.", words=half[0]),
                             say("Write: ít nhất hai phần ba tổng số đảng viên chính thức (294-QĐ/TW, 9.3.4)."),
                             line=place, words=line.text[start + half.start():start + half.end()])
            match = _PROBATIONARY.search(sentence)
            if match and not _NOT.search(match[0]):
                yield remark("review-vote-probationary", "error",
                             say("Probationary members and those attached for a time do not vote and do not elect."),
                             say("Write: không biểu quyết, không ứng cử, không bầu cử."),
                             line=place, words=line.text[start + match.start():start + match.end()])
