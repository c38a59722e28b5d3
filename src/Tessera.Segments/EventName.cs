namespace Tessera.Segments;

/// <summary>The name of an event, exactly as sources send it. A page call is <see cref="PageViewed"/>, a screen call <see cref="ScreenViewed"/>.</summary>
/// <param name="Value">The name.</param>
public sealed record EventName(string Value)
{
    /// <summary>The event of a page call; the page's name is the property <c>name</c>.</summary>
    public const string PageViewed = "Page Viewed";

    /// <summary>The event of a screen call; the screen's name is the property <c>name</c>.</summary>
    public const string ScreenViewed = "Screen Viewed";

    /// <summary>The name in quotes.</summary>
    public override string ToString() => Text.Printer.Quote(Value);
}
