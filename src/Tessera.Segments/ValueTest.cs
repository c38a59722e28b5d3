namespace Tessera.Segments;

/// <summary>
/// What is asked of a value. The operator decides how the value is read, as text, number, date, list or version; a value that
/// cannot be read so does not match. A closed family.
/// </summary>
public abstract record ValueTest
{
    private protected ValueTest()
    {
    }

    /// <summary>The canonical text of the test, from its first word on.</summary>
    public sealed override string ToString() => Text.Printer.Print(this);
}
