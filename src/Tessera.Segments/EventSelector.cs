namespace Tessera.Segments;

/// <summary><c>"Export File" where format is "svg"</c>, <c>any event</c>: which events a condition is about.</summary>
/// <param name="Name">The event's name, or null for any event.</param>
/// <param name="Where">What the event's properties must be, or null: property conditions joined by and, or and not.</param>
public sealed record EventSelector(EventName? Name, Expression? Where = null)
{
    /// <summary>What the event's properties must be, or null.</summary>
    public Expression? Where { get; } = Where is null ? null : Guard.Property(Where, nameof(Where));

    /// <summary>The selector as the language writes it.</summary>
    public override string ToString() => Text.Printer.Print(this);
}
