using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tessera.Server.Imports;
using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Tests.Imports.Reading;

public sealed class TableReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", ",")]
    [InlineData("a;b\n1;2\n", ";")]
    [InlineData("a\tb\n1\t2\n", "\t")]
    [InlineData("a|b\n1|2\n", "|")]
    [InlineData("sep=;\na;b\n1;2\n", ";")]
    [InlineData("Net, EUR;b\n1;2\n", ";")]
    public void Open_AnySeparator_IsRecognised(string text, string separator)
    {
        using var table = Open(text);
        table.Shape.Delimiter.ShouldBe(separator);
        Rows(table).ShouldBe([(table.Line, "1¦2")]);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ValuesWithLineBreaksInside_AreCounted(string newline)
    {
        var text = string.Join(newline, "name,note", "one,\"first", "second\"", string.Empty, "two,x");
        using var table = Open(text);
        Rows(table).ShouldBe([(2L, $"one¦first{newline}second"), (5L, "two¦x")]);
    }

    [Fact]
    public void Open_Gzip_IsUnpacked()
    {
        using var table = TableReader.Open(new MemoryFile(MemoryFile.Gzip("a,b\n1,2\n"u8.ToArray())), new ReadingOptions());
        table.Shape.Compressed.ShouldBeTrue();
        Rows(table).ShouldBe([(2L, "1¦2")]);
    }

    [Fact]
    public void Open_ByteOrderMark_IsNotPartOfTheFirstName()
    {
        using var table = Open("\uFEFF\"Order\",b\n1,2\n");
        table.Columns.All.ShouldBe(["Order", "b"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Open_Utf16_IsRecognisedWithAndWithoutMark(bool withMark)
    {
        byte[] bytes = [.. withMark ? Encoding.Unicode.Preamble.ToArray() : [], .. Encoding.Unicode.GetBytes("Kunde\tOrt\n1\tKöln\n")];
        using var table = TableReader.Open(new MemoryFile(bytes), new ReadingOptions());
        table.Shape.Encoding.ShouldBe("UTF-16");
        Rows(table).ShouldBe([(2L, "1¦Köln")]);
    }

    [Fact]
    public void Notes_TextThatIsNotUtf8_IsReadAsWindows1252AndSaid()
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes("Kunde;Ort\n" + string.Concat(Enumerable.Repeat("1;Ulm\n", 50_000))), .. TextEncoding.Windows1252.GetBytes("2;Köln – 5 €\n")];
        using var table = TableReader.Open(new MemoryFile(bytes), new ReadingOptions());
        Rows(table).Last().ShouldBe((50_002L, "2¦Köln – 5 €"));
        table.Shape.Encoding.ShouldBe("Windows-1252");
        table.Notes().ShouldContain(note => note == "The text is not UTF-8: it was read as Windows-1252.");
    }

    [Fact]
    public void Notes_OneBadByteInUtf8_IsRepairedAndSaid()
    {
        byte[] bytes = [.. "Kunde;Ort\n1;Köln\n2;K"u8, 0xF6, .. "ln\n"u8];
        using var table = TableReader.Open(new MemoryFile(bytes), new ReadingOptions());
        Rows(table).ShouldBe([(2L, "1¦Köln"), (3L, "2¦Köln")]);
        table.Shape.Encoding.ShouldBe("UTF-8");
        table.Notes().Single().ShouldStartWith("1 bytes are not UTF-8");
    }

    [Fact]
    public void Read_Utf8LetterAcrossTheBlocksOfTheStream_StaysWhole()
    {
        foreach (var padding in Enumerable.Range(65_530, 8))
        {
            var text = "a,b\n" + new string('x', padding - 4) + "€,ü\n";
            using var table = Open(text);
            Rows(table).ShouldBe([(2L, new string('x', padding - 4) + "€¦ü")]);
            table.Notes().ShouldBeEmpty();
        }
    }

    [Fact]
    public void Read_BlankRows_ArePassedOverAndCounted()
    {
        using var table = Open("a,b\n1,2\n,\n  ,\t\n3,4\n");
        Rows(table).ShouldBe([(2L, "1¦2"), (5L, "3¦4")]);
        table.BlankRows.ShouldBe(2);
        table.RowsRead.ShouldBe(2);
    }

    [Fact]
    public void Open_TitlesAboveTheNames_ArePassedOverAndSaid()
    {
        using var table = Open("Orders 2011,,,\n,,,\norder,date,sku,qty\n1,2011-01-01,A,2\n2,2011-01-02,B,1\n");
        table.Columns.All.ShouldBe(["order", "date", "sku", "qty"]);
        Rows(table).Count.ShouldBe(2);
        table.Notes().ShouldContain(note => note == "The column names were found in line 3; the lines above it were passed over.");
    }

    [Fact]
    public void Open_NoNamesByOption_NumbersTheColumns()
    {
        using var table = TableReader.Open(new MemoryFile("1,19970101,5\n2,19970102,6\n"), new ReadingOptions { Header = false });
        table.Columns.All.ShouldBe(["#1", "#2", "#3"]);
        Rows(table).Count.ShouldBe(2);
    }

    [Fact]
    public void HasExcessFields_SeparatorInAnUnquotedValue_IsSeen()
    {
        using var table = Open("a,b\n1,2\n1,2,3\n1,2,\n");
        var seen = new List<bool>();
        while (table.Read())
        {
            seen.Add(table.HasExcessFields());
        }

        seen.ShouldBe([false, true, false]);
    }

    [Fact]
    public void Notes_StrayQuotationMarks_AreReadAndSaid()
    {
        using var table = Open("name,size\n12\" ruler,3\n\"abc\"d,5\n");
        Rows(table).ShouldBe([(2L, "12\" ruler¦3"), (3L, "abcd¦5")]);
        table.Notes().Single().ShouldStartWith("2 lines have quotation marks where none belong, the first of them line 2");
    }

    [Theory]
    [InlineData("", "file-empty", "\"orders.csv\" is empty: there is nothing to import.")]
    [InlineData("a,b\n", "no-rows", "\"orders.csv\" has column names but no rows below them.")]
    [InlineData("a,b\n1,\"open\n2,3\n", "quote-not-closed", "A quotation mark that opens in line 2 of \"orders.csv\" is never closed: close it, or double it if it belongs to the text.")]
    [InlineData("%PDF-1.7\nxyz", "file-not-a-table", "\"orders.csv\" is not a table: it is a PDF document. Export it as CSV, TSV or XLSX.")]
    [InlineData("PAR1\u0015\u0004", "file-not-a-table", "\"orders.csv\" is not a table: it is a Parquet file. Export it as CSV, TSV or XLSX.")]
    [InlineData("a,b\n1,\0\0\0", "file-not-a-table", "\"orders.csv\" is not a table: it is binary data. Export it as CSV, TSV or XLSX.")]
    [InlineData("{\"a\":1}", "file-not-a-table", "\"orders.csv\" is not a table: it is JSON. Export it as CSV, TSV or XLSX.")]
    [InlineData("  <!DOCTYPE html><html>", "file-not-a-table", "\"orders.csv\" is not a table: it is a web page. Export it as CSV, TSV or XLSX.")]
    [InlineData("1,2011-01-01,5\n2,2011-01-02,6\n", "no-column-names", "Line 1 of \"orders.csv\" looks like data, not like column names (\"1\", \"2011-01-01\", \"5\"): add a line of column names, or set the option header to false and name columns by number, such as #1.")]
    public void Open_FileThatIsNoTable_SaysWhyInOneSentence(string text, string code, string sentence)
    {
        var failure = Should.Throw<ImportException>(() =>
        {
            using var table = Open(text);
            Rows(table);
        });
        failure.Code.ShouldBe(code);
        failure.Message.ShouldBe(sentence);
    }

    [Fact]
    public void Read_QuoteThatSwallowsAMebibyte_IsLocatedWithoutReadingOn()
    {
        var text = "a,b\n1,2\n3,\"open\n" + string.Concat(Enumerable.Repeat("4,5\n", 2_000_000));
        var failure = Should.Throw<ImportException>(() =>
        {
            using var table = Open(text);
            Rows(table);
        });
        failure.Code.ShouldBe("record-too-long");
        failure.Message.ShouldStartWith("The record that starts in line 3 of \"orders.csv\"");
    }

    [Fact]
    public void Open_GzipCutOffOrDamaged_SaysSo()
    {
        var whole = MemoryFile.Gzip(Encoding.UTF8.GetBytes("a,b\n" + string.Join("\n", Enumerable.Range(0, 20_000).Select(i => $"{i},{i * 7919 % 1000}"))));
        var damaged = whole.ToArray();
        damaged[^6] ^= 0xFF;
        foreach (var bytes in new[] { whole[..^1], whole[..^20], whole[..(whole.Length / 2)], damaged })
        {
            var failure = Should.Throw<ImportException>(() =>
            {
                using var table = TableReader.Open(new MemoryFile(bytes), new ReadingOptions());
                Rows(table);
            });
            failure.Code.ShouldBe("file-damaged");
            failure.Message.ShouldStartWith("\"orders.csv\" is damaged or cut off: its gzip data breaks after ");
        }
    }

    [Fact]
    public void Open_GzipInsideGzip_SaysSo() =>
        Should.Throw<ImportException>(() => TableReader.Open(new MemoryFile(MemoryFile.Gzip(MemoryFile.Gzip("a,b\n1,2\n"u8.ToArray()))), new ReadingOptions()))
            .Code.ShouldBe("file-compressed-twice");

    [Fact]
    public void Find_NamesAndNumbers_AreFoundHoweverTheyAreSpelled()
    {
        var columns = new ColumnNames(["Invoice No", string.Empty, "Prénom", "Date", "Date"]);
        columns.Find("Invoice No").ShouldBe(0);
        columns.Find("invoice no").ShouldBe(0);
        columns.Find("invoice_no").ShouldBe(0);
        columns.Find("prenom").ShouldBe(2);
        columns.Find("#2").ShouldBe(1);
        columns.Find("#4").ShouldBe(3);
        Should.Throw<ImportException>(() => columns.Find("Date")).Message.ShouldBe("The column name \"Date\" occurs more than once, as columns #4 and #5: map one of them by its number.");
        Should.Throw<ImportException>(() => columns.Find("InvoceNo")).Message.ShouldStartWith("There is no column \"InvoceNo\" in the file; did you mean \"Invoice No\"?");
        Should.Throw<ImportException>(() => columns.Find("Colour")).Message.ShouldStartWith("There is no column \"Colour\" in the file. Its columns are");
    }

    [Fact]
    public void Read_AnyTableWrittenAsCsv_ReadsBackAtTheRightLines()
    {
        var value = ArbMap.Default.GeneratorFor<char>().Where(c => !char.IsSurrogate(c) && (c >= ' ' || c is '\t' or '\r' or '\n')).ArrayOf().Select(letters => new string(letters));
        var table = value.ArrayOf(3).NonEmptyListOf();
        Prop.ForAll(table.ToArbitrary(), rows =>
        {
            var text = new StringBuilder("first,second,third\n");
            var (expected, line) = (new List<(long, string)>(), 2L);
            foreach (var row in rows)
            {
                text.AppendJoin(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
                var trimmed = row.Select(cell => Encoding.UTF8.GetString(FieldText.Trim(Encoding.UTF8.GetBytes(cell)))).ToArray();
                if (trimmed.Any(cell => cell.Length > 0))
                {
                    expected.Add((line, string.Join('¦', trimmed)));
                }

                line += 1 + row.Sum(LineBreaks);
            }

            using var reader = TableReader.Open(new MemoryFile(text.ToString()), new ReadingOptions { Delimiter = ',', Header = true, SkipLines = 0 });
            Rows(reader).ShouldBe(expected);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Open_AnyBytes_IsReadOrRefusedInOneSentence() =>
        Prop.ForAll<byte[], byte[]>((start, rest) =>
        {
            foreach (var bytes in new[] { start, [.. "a,b\n"u8, .. start, (byte)'\n', .. rest], [0x1F, 0x8B, .. start], [0x50, 0x4B, 0x03, 0x04, .. start], MemoryFile.Gzip(start) })
            {
                try
                {
                    using var table = TableReader.Open(new MemoryFile(bytes), new ReadingOptions());
                    Rows(table);
                }
                catch (ImportException refused)
                {
                    refused.Message.ShouldNotContain('\n');
                }
            }
        }).QuickCheckThrowOnFailure();

    private static int LineBreaks(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Count(letter => letter is '\n' or '\r');

    private static TableReader Open(string text) => TableReader.Open(new MemoryFile(text), new ReadingOptions());

    private static List<(long Line, string Values)> Rows(TableReader table)
    {
        var rows = new List<(long, string)>();
        while (table.Read())
        {
            rows.Add((table.Line, string.Join('¦', Enumerable.Range(0, table.FieldCount).Select(table.Text))));
        }

        return rows;
    }
}
