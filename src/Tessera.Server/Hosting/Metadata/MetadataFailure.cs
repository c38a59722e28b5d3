using Microsoft.Data.Sqlite;

namespace Tessera.Server.Hosting.Metadata;

/// <summary>Turns what SQLite says about the metadata file into one sentence with a remedy.</summary>
internal static class MetadataFailure
{
    // SQLite's primary result codes: https://www.sqlite.org/rescode.html
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static TesseraException Sentence(DataDirectory directory, SqliteException exception) => exception.SqliteErrorCode switch
    {
        Corrupt or NotADatabase => Damaged(directory, exception.Message, exception),
        Full => new TesseraException(
            $"The disk that holds {directory.Root} is full; free some space or choose another directory with --data.", exception),
        ReadOnly or CannotOpen => new TesseraException(
            $"The metadata file {directory.MetadataFile} cannot be written by this user; change its owner or permissions.", exception),
        _ => new TesseraException($"The metadata file {directory.MetadataFile} cannot be used: {exception.Message.TrimEnd('.')}.", exception),
    };

    public static TesseraException Damaged(DataDirectory directory, string finding, Exception? cause)
    {
        var sentence = $"The metadata file {directory.MetadataFile} is damaged ({finding.TrimEnd('.')}); "
            + "put back a copy from a backup, or start on another directory with --data.";
        return cause is null ? new TesseraException(sentence) : new TesseraException(sentence, cause);
    }

    public static bool IsDiskFull(Exception exception) => exception is SqliteException { SqliteErrorCode: Full };
}
