namespace Tessera.Segments.Tests.Live;

/// <summary>Something that happens to states, in the order it happens.</summary>
internal abstract record LiveStep;

/// <summary>A call of a customer arrives, by their places in the world.</summary>
internal sealed record Arrival(Guid Customer, int Call) : LiveStep;

/// <summary>Everybody is evaluated at an instant and compared with the reference.</summary>
internal sealed record Question(long At) : LiveStep;

/// <summary>The second customer turns out to be the first.</summary>
internal sealed record Union(Guid First, Guid Second) : LiveStep;

/// <summary>A customer is erased.</summary>
internal sealed record Erasure(Guid Customer) : LiveStep;

/// <summary>All states are written and read again.</summary>
internal sealed record Restart : LiveStep;

/// <summary>The definitions are changed, to those of an index.</summary>
internal sealed record Redefinition(int Definitions) : LiveStep;
