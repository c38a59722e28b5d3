namespace Tessera.Segments.Live;

/// <summary>A stored state cannot be read: it is damaged, or of a layout or version that is not known. Build it again from the customer's history.</summary>
public sealed class SegmentStateException : Exception
{
    /// <summary>Creates the exception.</summary>
    public SegmentStateException()
        : this("A stored segment state cannot be read.")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong.</param>
    public SegmentStateException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What led to it.</param>
    public SegmentStateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
