namespace Tessera.Cli.Demo;

/// <summary>What a demo shows.</summary>
internal enum DemoKind
{
    /// <summary>Two simulated businesses.</summary>
    Samples,

    /// <summary>A file of orders.</summary>
    Orders,
}
