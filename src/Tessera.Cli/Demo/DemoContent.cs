namespace Tessera.Cli.Demo;

/// <summary>What a demo's data directory holds, as its <c>demo.json</c> says.</summary>
/// <param name="Kind">The samples, or a file of orders.</param>
/// <param name="OrdersFile">The absolute path of the orders file; null for the samples.</param>
/// <param name="FirstDay">The first simulated day; null for an orders file.</param>
/// <param name="Filled">Whether everything is there; false while it is being filled, or when that was interrupted.</param>
internal sealed record DemoContent(DemoKind Kind, string? OrdersFile, DateOnly? FirstDay, bool Filled)
{
    /// <summary>The orders file as it was when it was imported; null for the samples and until then.</summary>
    public FileIdentity? Imported { get; init; }

    /// <summary>In words, for messages.</summary>
    public string Description => Kind == DemoKind.Samples ? "the sample shop and design tool" : $"the orders of {OrdersFile}";

    /// <summary>Whether this is a demo of the same thing, however far it came.</summary>
    public bool IsSameAs(DemoContent other) => Kind == other.Kind && OrdersFile == other.OrdersFile;
}
