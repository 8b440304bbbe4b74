"""Word files: the only room that opens, fills and writes them (docx, docxtpl, lxml, Jinja and LibreOffice live here).

    frame      a Word file with tags, compiled once, filled in for one document after another
    reading    the text of any Word file, line by line
    printing   Word to PDF by LibreOffice
"""
