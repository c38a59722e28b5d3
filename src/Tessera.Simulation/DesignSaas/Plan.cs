namespace Tessera.Simulation.DesignSaas;

/// <summary>What an account is subscribed to. A trial leaves the plan free until it converts.</summary>
internal enum Plan : byte
{
    Free,
    Pro,
    Team,
    Enterprise,
}
