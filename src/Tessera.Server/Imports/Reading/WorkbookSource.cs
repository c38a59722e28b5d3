using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Tessera.Server.Imports.Reading;

/// <summary>Rows of one sheet of an Excel workbook, streamed; only the workbook's table of texts is held in memory.</summary>
internal sealed class WorkbookSource : RecordSource
{
    // The library takes it from the list of encodings, which has none of the code pages by itself.
    static WorkbookSource() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private readonly Stream stream;
    private readonly IExcelDataReader reader;
    private readonly string fileName;
    private readonly List<string> otherSheets = [];
    private byte[] bytes = new byte[1 << 12];
    private (int Start, int End, CellType Type)[] cells = [];
    private int used;
    private int fieldCount;
    private long line;

    /// <param name="stream">The workbook; must be seekable. Owned by the source.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <param name="format"><c>xlsx</c> or <c>xls</c>.</param>
    /// <param name="sheet">The sheet to read, or null for the first one that is not empty.</param>
    /// <param name="compressed">Whether it was inside gzip.</param>
    /// <exception cref="ImportException">It is no workbook, or has no such sheet; the stream is closed then.</exception>
    public WorkbookSource(Stream stream, string fileName, string format, string? sheet, bool compressed)
    {
        this.stream = stream;
        this.fileName = fileName;
        try
        {
            reader = OpenWorkbook(stream, fileName);
            SelectSheet(sheet);
        }
        catch
        {
            reader?.Dispose();
            stream.Dispose();
            throw;
        }

        Shape = new FileShape(format, null, null, compressed, reader.Name);
    }

    public override FileShape Shape { get; }

    public override int FieldCount => fieldCount;

    public override long Line => line;

    public override bool Read()
    {
        do
        {
            if (!Guarded(reader.Read))
            {
                return false;
            }

            line++;
            ReadCells();
        }
        while (fieldCount == 0);
        return true;
    }

    public override ReadOnlySpan<byte> Field(int index) =>
        index < fieldCount ? FieldText.Trim(bytes.AsSpan(cells[index].Start..cells[index].End)) : default;

    public override CellType TypeOf(int index) => index < fieldCount ? cells[index].Type : CellType.Text;

    public override string Raw() => string.Join(
        ",", Enumerable.Range(0, fieldCount).Select(index => Quote(Encoding.UTF8.GetString(Field(index)))));

    public override IEnumerable<string> Notes()
    {
        if (otherSheets.Count > 0)
        {
            yield return $"Only the sheet \"{reader.Name}\" was read; the workbook also has {string.Join(", ", otherSheets.Select(name => $"\"{name}\""))}.";
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
            stream.Dispose();
        }
    }

    private static IExcelDataReader OpenWorkbook(Stream stream, string fileName)
    {
        var configuration = new ExcelReaderConfiguration { FallbackEncoding = TextEncoding.Windows1252, LeaveOpen = true };
        try
        {
            return ExcelReaderFactory.CreateReader(stream, configuration);
        }
        catch (ExcelDataReader.Exceptions.InvalidPasswordException failure)
        {
            throw ImportErrors.WorkbookProtected(fileName, failure);
        }
#pragma warning disable CA1031 // whatever a broken workbook makes the library throw means the same to the sender
        catch (Exception failure)
#pragma warning restore CA1031
        {
            throw ImportErrors.WorkbookUnreadable(fileName, failure);
        }
    }

    private static string Quote(string value) =>
        value.AsSpan().ContainsAny(",\"\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    private void SelectSheet(string? wanted)
    {
        var names = new List<string>();
        var chosen = -1;
        do
        {
            var matches = wanted is null ? Guarded(() => reader.RowCount) > 0 : string.Equals(reader.Name, wanted, StringComparison.OrdinalIgnoreCase);
            chosen = chosen < 0 && matches ? names.Count : chosen;
            names.Add(reader.Name);
        }
        while (Guarded(reader.NextResult));

        if (chosen < 0)
        {
            throw wanted is null ? ImportErrors.WorkbookEmpty(fileName) : ImportErrors.NoSuchSheet(fileName, wanted, names);
        }

        otherSheets.AddRange(names.Where((_, index) => index != chosen));
        reader.Reset();
        for (var index = 0; index < chosen; index++)
        {
            Guarded(reader.NextResult);
        }
    }

    private void ReadCells()
    {
        used = 0;
        fieldCount = 0;
        if (cells.Length < reader.FieldCount)
        {
            cells = new (int, int, CellType)[reader.FieldCount];
        }

        for (var index = 0; index < reader.FieldCount; index++)
        {
            var start = used;
            var type = Append(index);
            cells[index] = (start, used, type);
            if (used > start)
            {
                fieldCount = index + 1;
            }
        }
    }

    private CellType Append(int index)
    {
        switch (reader.GetValue(index))
        {
            case null:
                return CellType.Text;
            case string text:
                AppendText(text);
                return CellType.Text;
            case DateTime time:
                AppendText(time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture));
                return CellType.Date;
            case TimeSpan time:
                AppendText(time.ToString("c", CultureInfo.InvariantCulture));
                return CellType.Text;
            case double number:
                // Conversion to decimal keeps the 15 digits that Excel shows: 2.5499999999999998 is 2.55 again.
                AppendText(Math.Abs(number) < 1e28 ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture));
                return CellType.Number;
            case int or long or decimal or float:
                AppendText(Convert.ToString(reader.GetValue(index), CultureInfo.InvariantCulture) ?? string.Empty);
                return CellType.Number;
            case var other:
                AppendText(other.ToString() ?? string.Empty);
                return CellType.Text;
        }
    }

    private void AppendText(string text)
    {
        var needed = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (bytes.Length - used < needed)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, used + needed));
        }

        used += Encoding.UTF8.GetBytes(text, bytes.AsSpan(used));
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
#pragma warning disable CA1031 // whatever a broken workbook makes the library throw means the same to the sender
        catch (Exception failure)
#pragma warning restore CA1031
        {
            throw ImportErrors.WorkbookUnreadable(fileName, failure);
        }
    }
}
