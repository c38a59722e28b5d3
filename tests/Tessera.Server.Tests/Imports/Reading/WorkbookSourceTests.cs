using System.Text;
using Tessera.Server.Imports;
using Tessera.Server.Imports.Reading;
using static Tessera.Server.Tests.Imports.Reading.WorkbookFile;

namespace Tessera.Server.Tests.Imports.Reading;

/// <summary>Workbooks, as Excel and shop systems save them.</summary>
public sealed class WorkbookSourceTests
{
    private static readonly object?[] Header = ["order", "date", "price"];

    [Fact]
    public void Read_TextsNumbersAndDates_AreWhatTheWorkbookShows()
    {
        // 45293.5 days after the last day of 1899 is noon of 2 January 2024; 2.55 is stored as the nearest binary fraction.
        using var table = Open(Of(("Orders", [Header, ["A-1", new Serial(45293.5), 2.5499999999999998], ["A-2", new Serial(45294), new Formula("2*3.5", 7)], ["äö €", null, 0.1 + 0.2]])));
        Rows(table).ShouldBe([(2L, "A-1¦2024-01-02 12:00:00¦2.55"), (3L, "A-2¦2024-01-03¦7"), (4L, "äö €¦¦0.3")]);
        table.Shape.ShouldBe(new FileShape("xlsx", null, null, false, "Orders"));
    }

    [Fact]
    public void TypeOf_Cells_IsTheWorkbooksOwnWord()
    {
        using var table = Open(Of(("Orders", [Header, ["1", new Serial(45293), 4.5]])));
        table.Read().ShouldBeTrue();
        Enumerable.Range(0, 3).Select(table.TypeOf).ShouldBe([CellType.Text, CellType.Date, CellType.Number]);
    }

    [Fact]
    public void Read_EmptyRowsAndCells_AreNoRecordsButCount()
    {
        using var table = Open(Of(("Orders", [Header, [], ["1", null, 5d], [null, null, null], ["2", "x", null]])));
        Rows(table).ShouldBe([(3L, "1¦¦5"), (5L, "2¦x¦")]);
    }

    [Fact]
    public void Open_FirstSheetEmpty_TakesTheFirstWithRowsAndSaysSo()
    {
        using var table = Open(Of(("Cover", []), ("Orders 2024", [Header, ["1", "x", 5d]]), ("Notes", [["hello"]])));
        Rows(table).ShouldBe([(2L, "1¦x¦5")]);
        table.Shape.Sheet.ShouldBe("Orders 2024");
        table.Notes().Single().ShouldBe("Only the sheet \"Orders 2024\" was read; the workbook also has \"Cover\", \"Notes\".");
    }

    [Fact]
    public void Open_SheetByName_IsTheOneRead()
    {
        var workbook = Of(("First", [Header, ["1", "x", 5d]]), ("Second", [Header, ["2", "y", 6d]]));
        using var table = Open(workbook, sheet: "second");
        Rows(table).ShouldBe([(2L, "2¦y¦6")]);
        Should.Throw<ImportException>(() => Open(workbook, sheet: "Third")).Message
            .ShouldBe("\"orders.xlsx\" has no sheet \"Third\": it has \"First\", \"Second\".");
    }

    [Fact]
    public void Open_WorkbookInGzip_IsUnpacked()
    {
        using var table = Open(MemoryFile.Gzip(Of(("Orders", [Header, ["1", "x", 5d]]))));
        Rows(table).ShouldBe([(2L, "1¦x¦5")]);
        table.Shape.Compressed.ShouldBeTrue();
    }

    [Fact]
    public void Open_OldWorkbook_IsReadToo()
    {
        using var table = TableReader.Open(new MemoryFile(Resource("orders.xls"), "orders.xls"), new ReadingOptions());
        Rows(table).ShouldBe([(2L, "äö €¦2024-01-02 12:00:00¦2.55"), (3L, "A-2¦¦7")]);
        table.Shape.Format.ShouldBe("xls");
    }

    [Fact]
    public void Open_WorkbookInCutOffGzip_SaysSoAndLeavesNothingBehind()
    {
        var whole = MemoryFile.Gzip(Of(("Orders", [Header, ["1", "x", 5d]])));
        Should.Throw<ImportException>(() => Open(whole[..^20])).Code.ShouldBe("file-damaged");
    }

    [Fact]
    public void Open_NoSheetHasRows_SaysSo() =>
        Should.Throw<ImportException>(() => Open(Of(("A", []), ("B", [])))).Message.ShouldBe("No sheet of \"orders.xlsx\" has any rows.");

    [Fact]
    public void Open_DamagedWorkbook_IsOneSentence()
    {
        var workbook = Of(("Orders", [Header, ["1", "x", 5d]]));
        Should.Throw<ImportException>(() => Open(workbook[..(workbook.Length / 2)])).Message
            .ShouldBe("\"orders.xlsx\" cannot be read as an Excel workbook: it is damaged, or not a workbook at all. Export it as CSV.");
    }

    private static byte[] Resource(string name)
    {
        using var resource = typeof(WorkbookSourceTests).Assembly.GetManifestResourceStream($"{typeof(WorkbookSourceTests).Namespace}.Files.{name}")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static TableReader Open(byte[] workbook, string? sheet = null) =>
        TableReader.Open(new MemoryFile(workbook, "orders.xlsx"), new ReadingOptions { Sheet = sheet });

    private static List<(long Line, string Values)> Rows(TableReader table)
    {
        var rows = new List<(long, string)>();
        while (table.Read())
        {
            rows.Add((table.Line, string.Join('¦', Enumerable.Range(0, table.Columns.All.Count).Select(index => Encoding.UTF8.GetString(table.Field(index))))));
        }

        return rows;
    }
}
