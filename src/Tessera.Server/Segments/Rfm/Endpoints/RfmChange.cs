namespace Tessera.Server.Segments.Rfm.Endpoints;

/// <summary>New options for the RFM model; what is left out takes its default.</summary>
/// <param name="Options">The options.</param>
internal sealed record RfmChange(RfmOptions Options);
