using System.Security.Cryptography;
using System.Text;

namespace Tessera.Simulation.Tests.Support;

/// <summary>Small simulations for tests.</summary>
internal static class Simulate
{
    public const string DesignSaas = "design-saas";
    public const string Shop = "shop";

    public static SimulationOptions Small(string scenario, int customers = 120, int days = 60, ulong seed = 1, int threads = 1) =>
        new() { Scenario = scenario, Customers = customers, Days = days, Seed = seed, Threads = threads };

    /// <summary>Calls and truth as written.</summary>
    public static (byte[] Calls, string Truth) Write(SimulationOptions options)
    {
        using var calls = new MemoryStream();
        using var truth = new StringWriter();
        SimulationWriter.Write(options, calls, truth);
        return (calls.ToArray(), truth.ToString());
    }

    public static string[] Lines(SimulationOptions options) =>
        Encoding.UTF8.GetString(Write(options).Calls).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>SHA-256 over calls and truth, in hexadecimal.</summary>
    public static string Hash(SimulationOptions options)
    {
        var (calls, truth) = Write(options);
        return Convert.ToHexStringLower(SHA256.HashData([.. calls, .. Encoding.UTF8.GetBytes(truth)]));
    }
}
