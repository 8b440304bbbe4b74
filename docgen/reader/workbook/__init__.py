"""The one room that knows spreadsheets: read with calamine (fast, .xls too), written with openpyxl."""
