using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Tessera.Server.Tests.Imports.Reading;

/// <summary>Writes the least that Excel accepts as a workbook: sheets of texts, numbers, dates and formulas.</summary>
internal static class WorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A date cell of a workbook: a serial number with a date's format.</summary>
    public sealed record Serial(double Days);

    /// <summary>A cell with a formula and the value that it had when the workbook was saved.</summary>
    public sealed record Formula(string Text, double Value);

    /// <summary>The bytes of a workbook; rows hold string, double, bool, <see cref="Serial"/>, <see cref="Formula"/> or null for no cell.</summary>
    public static byte[] Of(params (string Name, object?[][] Rows)[] sheets)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>""");
            Add(archive, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(archive, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{Each(sheets, (sheet, number) => $"""<sheet name="{SecurityElement.Escape(sheet.Name)}" sheetId="{number}" r:id="s{number}"/>""")}</sheets></workbook>""");
            Add(archive, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="styles" Type="{Office}/styles" Target="styles.xml"/>{Each(sheets, (_, number) => $"""<Relationship Id="s{number}" Type="{Office}/worksheet" Target="worksheets/sheet{number}.xml"/>""")}</Relationships>""");

            // Format 1 is a number with decimals, format 22 a date with a time: the only things that tell a date from a number.
            Add(archive, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>""");
            Each(sheets, (sheet, number) =>
            {
                Add(archive, $"xl/worksheets/sheet{number}.xml", $"""<worksheet xmlns="{Main}"><sheetData>{Each(sheet.Rows, (row, line) => $"""<row r="{line}">{Each(row, (cell, column) => Cell(cell, $"{(char)('A' + column - 1)}{line}"))}</row>""")}</sheetData></worksheet>""");
                return string.Empty;
            });
        }

        return bytes.ToArray();
    }

    private static string Cell(object? value, string reference) => value switch
    {
        null => string.Empty,
        string text => $"""<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{SecurityElement.Escape(text)}</t></is></c>""",
        bool truth => $"""<c r="{reference}" t="b"><v>{(truth ? 1 : 0)}</v></c>""",
        Serial date => $"""<c r="{reference}" s="1"><v>{Number(date.Days)}</v></c>""",
        Formula formula => $"""<c r="{reference}"><f>{SecurityElement.Escape(formula.Text)}</f><v>{Number(formula.Value)}</v></c>""",
        _ => $"""<c r="{reference}"><v>{Number(Convert.ToDouble(value, CultureInfo.InvariantCulture))}</v></c>""",
    };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Each<T>(IReadOnlyList<T> items, Func<T, int, string> text) =>
        string.Concat(items.Select((item, index) => text(item, index + 1)));

    private static void Add(ZipArchive archive, string path, string text)
    {
        using var part = archive.CreateEntry(path).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
