namespace Tessera.Server.Hosting;

/// <summary>
/// A failure that the person at the keyboard can do something about. The message is one clear sentence: what, where and
/// what to do; it is printed as it stands, without a stack trace.
/// </summary>
public sealed class TesseraException : Exception
{
    public TesseraException(string sentence)
        : base(sentence)
    {
    }

    public TesseraException(string sentence, Exception cause)
        : base(sentence, cause)
    {
    }
}
