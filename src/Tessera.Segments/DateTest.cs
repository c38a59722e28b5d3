namespace Tessera.Segments;

/// <summary>A test of a point in time: of an ISO 8601 text or Unix seconds in a value, or of the time of an event.</summary>
public abstract record DateTest : ValueTest
{
    private protected DateTest()
    {
    }
}
