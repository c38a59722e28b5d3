namespace Tessera.Server.Profiles;

/// <summary>What a customer is worth.</summary>
/// <param name="Owner">The customer.</param>
/// <param name="Orders">Distinct orders with at least one purchased line.</param>
/// <param name="Revenue">The sum of all purchases.</param>
/// <param name="Returns">What went back, as a positive amount.</param>
internal sealed record CustomerValueRow(Guid Owner, long Orders, decimal Revenue, decimal Returns)
{
    /// <summary>Of a customer who bought nothing.</summary>
    public static CustomerValueRow None(Guid owner) => new(owner, 0, 0, 0);
}
