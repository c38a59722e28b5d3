using System.Text;
using CsvHelper;

namespace Tessera.Server.Imports.Reading;

/// <summary>Records of a text file with commas, semicolons, tabs or bars between the values.</summary>
internal sealed class DelimitedSource : RecordSource
{
    // An unclosed quotation mark would otherwise swallow the rest of the file, however long, into one value.
    private const int LongestRecord = 1 << 20;

    private readonly Utf8Stream text;
    private readonly CsvReader reader;
    private readonly string fileName;
    private readonly bool compressed;
    private readonly bool isSample;
    private readonly string declaredEncoding;
    private CsvMalformedReason? malformed;
    private long oddRecords;
    private long firstOddLine;

    public DelimitedSource(Stream bytes, string fileName, string declaredEncoding, bool compressed, ReadingOptions options)
    {
        this.fileName = fileName;
        this.compressed = compressed;
        isSample = options.IsSample;
        this.declaredEncoding = declaredEncoding;
        text = new Utf8Stream(bytes);
        reader = CsvReader.Create(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = options.Delimiter,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRecord,
            BufferSize = 1 << 18,
            OnMalformedRecord = record => malformed = record.Reason,
        });
    }

    public override FileShape Shape => new("csv", reader.Separator.ToString(), text.IsWindows1252 ? "Windows-1252" : declaredEncoding, compressed, null);

    public override int FieldCount => reader.FieldCount;

    public override long Line => reader.LineNumber;

    public override string? Oddity => malformed switch
    {
        CsvMalformedReason.StrayQuote => "a quotation mark inside an unquoted value was read as a character",
        CsvMalformedReason.TextAfterClosingQuote => "text after a closing quotation mark was read as part of the value",
        _ => null,
    };

    public override bool Read()
    {
        malformed = null;
        try
        {
            if (!reader.Read())
            {
                return false;
            }
        }
        catch (CsvFormatException failure)
        {
            throw ImportErrors.RecordTooLong(fileName, failure.LineNumber, LongestRecord, failure);
        }

        if (malformed is not null)
        {
            // The end of a sample may lie inside a quoted value.
            if (isSample && malformed == CsvMalformedReason.UnterminatedQuote)
            {
                return false;
            }

            NoteOddity();
        }

        return true;
    }

    public override ReadOnlySpan<byte> Field(int index) => FieldText.Trim(reader.GetSpan(index));

    public override string Raw() => Encoding.UTF8.GetString(reader.RawRecord);

    public override IEnumerable<string> Notes()
    {
        if (text.IsWindows1252)
        {
            yield return "The text is not UTF-8: it was read as Windows-1252.";
        }

        if (text.Repaired > 0)
        {
            yield return $"{text.Repaired:N0} bytes are not UTF-8 as the rest of the file is: they were read as Windows-1252.";
        }

        if (oddRecords > 0)
        {
            yield return $"{oddRecords:N0} lines have quotation marks where none belong, the first of them line {firstOddLine}: they were read as characters.";
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
            text.Dispose();
        }
    }

    private void NoteOddity()
    {
        if (malformed == CsvMalformedReason.UnterminatedQuote)
        {
            throw ImportErrors.QuoteNotClosed(fileName, reader.LineNumber);
        }

        firstOddLine = oddRecords == 0 ? reader.LineNumber : firstOddLine;
        oddRecords++;
    }
}
