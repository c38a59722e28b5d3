namespace Tessera.Engine;

/// <summary>What the engine is doing, at one moment.</summary>
/// <param name="Status">In which part of its life it is.</param>
/// <param name="Version">The engine's version, such as 26.7.2.1; empty before the first start.</param>
/// <param name="ProcessId">The child process, or null while there is none.</param>
/// <param name="Restarts">How often it was started again after dying.</param>
/// <param name="LastError">One sentence on why it last died or did not start; null when that never happened.</param>
/// <param name="Warnings">Sentences an operator should read, such as about damaged data set aside.</param>
public sealed record EngineState(
    EngineStatus Status, string Version, int? ProcessId, int Restarts, string? LastError, IReadOnlyList<string> Warnings)
{
    /// <summary>The resident memory of the child process in bytes; 0 while there is none.</summary>
    public long ResidentBytes
    {
        get
        {
            try
            {
                using var process = ProcessId is { } id ? System.Diagnostics.Process.GetProcessById(id) : null;
                return process?.WorkingSet64 ?? 0;
            }
            catch (ArgumentException)
            {
                // It ended between being noted and being asked.
                return 0;
            }
        }
    }
}
