namespace Tessera.Cli.Importing;

/// <summary>What a file can hold.</summary>
internal static class ImportKinds
{
    public const string Orders = "orders";
    public const string Events = "events";
    public const string Customers = "customers";

    public static IReadOnlyList<string> All { get; } = [Orders, Events, Customers];
}
