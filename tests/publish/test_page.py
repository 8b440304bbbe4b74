"""The JSON of `show`, as the contract has it."""

from __future__ import annotations

import json

from docgen.model.address import find
from docgen.publish.page import Page
from tests.publish.test_terminal import REGULATION

KEYS = ["edition", "address", "citation", "level", "label", "number", "heading", "text", "children"]


def test_a_provision_has_exactly_the_names_of_the_contract() -> None:
    node = find(REGULATION, "dieu-1.khoan-1")
    page = Page(regulation=REGULATION, edition="1-qd-xx-2020", document="Quy định số 1-QĐ/XX",
                address="dieu-1.khoan-1", node=node)
    shown = page.to_dict()
    assert list(shown) == KEYS
    assert shown["citation"] == "khoản 1 Điều 1 Quy định số 1-QĐ/XX"
    assert (shown["level"], shown["label"], shown["number"], shown["heading"]) == ("clause", "1.", "1", None)
    children = json.loads(json.dumps(shown))["children"]
    assert children[0]["address"] == "dieu-1.khoan-1.diem-dd"
    assert children[1] == {"gap": "Chưa có điểm e."}


def test_a_whole_text_has_null_where_nothing_is_known() -> None:
    shown = Page(regulation=REGULATION, source="x.md").to_dict()
    assert list(shown) == KEYS
    assert (shown["edition"], shown["address"], shown["level"], shown["text"]) == (None, None, None, None)
    assert shown["heading"] == "QUY ĐỊNH về thử nghiệm"
