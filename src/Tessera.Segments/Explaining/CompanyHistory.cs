using Tessera.Segments.Live;

namespace Tessera.Segments.Explaining;

/// <summary>What is known of a customer's company.</summary>
/// <param name="Id">Its id: that of the customer's latest group call up to the instant asked about.</param>
/// <param name="Events">The events of everybody who was in it then, the customer included, in any order.</param>
/// <param name="Groups">The group calls about it, whoever they came from.</param>
public sealed record CompanyHistory(string Id, IReadOnlyList<LiveCall> Events, IReadOnlyList<LiveCall> Groups);
