namespace Tessera.Server.Imports;

/// <summary>An import cannot go on, for a reason that the person who sent the file can act on.</summary>
/// <remarks>The message is one sentence for that person; <see cref="Code"/> is for programs. All of them are made in <see cref="ImportErrors"/>.</remarks>
internal sealed class ImportException : Exception
{
    public ImportException(string code, string message, Exception? cause = null)
        : base(message, cause) => Code = code;

    /// <summary>A stable name of the situation, such as <c>file-empty</c>.</summary>
    public string Code { get; }
}
