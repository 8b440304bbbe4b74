"""An office with a workspace of its own and a model of its province in it."""

from __future__ import annotations

import shutil
from pathlib import Path

from docgen.api.model.importing import ImportedModel, import_model
from docgen.versions.workspace import Workspace, shipped_workspace
from tests.model_import.build import model
from tests.model_import.labelled import FRAMEWORKS

ANSWERS = {
    "mau-chi-bo-hoi": """
chi_bo_lan_thu: III
moi_nam_gioi_quan_chung: 2
phu_trach_cong_tac: tuyên giáo, dân vận
meeting_place: trụ sở Hội
che_hieu_luc_ngay: chưa có
thay_quy_che_so: 01-QC/CB
hop_gia_tri_khi_dang: hai phần ba
""",
    "mau-chi-bo-xa": """
nguoi_ghi_bien_ban: đồng chí phụ trách công tác văn phòng
doi_voi_moi_nam_lan: 2
""",
    "mau-dang-uy": """
hanh_dang_bo_khoa: II
cu_quy_dinh_so: chưa có
dinh_so_qd_tw_ngay: chưa có
dang_uy_gom_dong_chi: 9
linh_vuc: tổ chức, cán bộ
the_quy_che_so: chưa có
the_quy_che_so_ngay: chưa có
ban_hanh_cham_ngay: 5
""",
}
SAMPLES = {"mau-chi-bo-hoi": "chi-bo-co-chi-uy", "mau-chi-bo-xa": "chi-bo-co-quan-xa", "mau-dang-uy": "dang-bo-co-so"}


def office(folder: Path) -> Workspace:
    """Return a workspace with the shipped templates of its own and the shipped texts."""
    shipped = shipped_workspace()
    for name in ("regulations", "versions", "templates"):
        shutil.copytree(shipped.root / name, folder / name)
    (folder / "cells").mkdir()
    return Workspace(folder)


def bring_in(workspace: Workspace, name: str, file: str = "") -> ImportedModel:
    """Import one of the models into a workspace."""
    path = workspace.root / (file or f"{name}.docx")
    path.write_bytes(model(name))
    return import_model(workspace, path, FRAMEWORKS[name])


def cell_under(workspace: Workspace, name: str) -> Path:
    """Write the facts of a sample cell under a model, with the answers the model itself asks for."""
    sample = (shipped_workspace().cells / f"{SAMPLES[name]}.yaml").read_text(encoding="utf-8")
    text = sample.replace(f"framework: {FRAMEWORKS[name]}", f"framework: {name}", 1)
    path = workspace.cells / f"{name}.yaml"
    path.write_text(text + ANSWERS[name], encoding="utf-8")
    return path
