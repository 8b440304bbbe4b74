"""Abbreviations that Party offices type, and what each can stand for. The letters themselves are always searched too.

Only letters that are no syllable of their own: "CU" and "ĐU" are not here, since "cu" and "du" are in bầu cử
and du lịch.
"""

from __future__ import annotations

ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "antt": ("an ninh trật tự",),
    "bbt": ("Ban Bí thư",),
    "bch": ("ban chấp hành",),
    "bct": ("Bộ Chính trị",),
    "bt": ("bí thư",),
    "btctw": ("Ban Tổ chức Trung ương",),
    "btv": ("ban thường vụ",),
    "cb": ("chi bộ", "cán bộ"),
    "cbcc": ("cán bộ, công chức",),
    "cbcs": ("chi bộ cơ sở",),
    "cbđv": ("cán bộ, đảng viên",),
    "cq": ("cơ quan", "chính quyền"),
    "ctxh": ("chính trị - xã hội",),
    "đb": ("đảng bộ",),
    "đđ": ("đảng đoàn",),
    "đv": ("đảng viên", "đơn vị"),
    "gs": ("giám sát",),
    "hđnd": ("Hội đồng nhân dân",),
    "hqc": ("hội quần chúng",),
    "kl": ("kỷ luật", "kết luận"),
    "kt": ("kiểm tra", "kinh tế"),
    "ktgs": ("kiểm tra, giám sát",),
    "ktxh": ("kinh tế - xã hội",),
    "mttq": ("Mặt trận Tổ quốc",),
    "nlđ": ("người lao động",),
    "nq": ("nghị quyết",),
    "pbt": ("phó bí thư",),
    "qc": ("quy chế", "quần chúng"),
    "qcdc": ("quy chế dân chủ",),
    "qclv": ("quy chế làm việc",),
    "qcph": ("quy chế phối hợp",),
    "qđ": ("quy định", "quyết định"),
    "qpan": ("quốc phòng, an ninh",),
    "shcb": ("sinh hoạt chi bộ",),
    "tccsđ": ("tổ chức cơ sở đảng",),
    "tw": ("trung ương",),
    "ubkt": ("uỷ ban kiểm tra",),
    "ubnd": ("uỷ ban nhân dân",),
}
"""Abbreviation in lower case → what it can stand for."""
