namespace Tessera.Simulation.DesignSaas;

/// <summary>What calls say about the account at their moment, in 32 bits: plan, rhythm of payment, trial, seats, integrations.</summary>
internal readonly struct AccountSnapshot(uint bits)
{
    /// <summary>The snapshot as it is kept in a record.</summary>
    public uint Bits => bits;

    public Plan Plan => (Plan)(bits & 3);

    public bool IsYearly => (bits & 4) != 0;

    public bool IsOnTrial => (bits & 8) != 0;

    public int Seats => (int)((bits >> 4) & 255);

    public uint Integrations => (bits >> 12) & 0xFFFF;

    /// <summary>The present state of an account.</summary>
    public static AccountSnapshot Of(in Account account) => new(
        (uint)account.Plan
        | (account.IsYearly ? 4U : 0)
        | (account.IsOnTrial ? 8U : 0)
        | ((uint)Math.Clamp((int)account.Seats, 1, 255) << 4)
        | ((uint)account.Integrations << 12));
}
