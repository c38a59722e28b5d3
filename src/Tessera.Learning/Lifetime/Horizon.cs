namespace Tessera.Learning.Lifetime;

/// <summary>Guards the future that a prediction is asked for.</summary>
internal static class Horizon
{
    /// <exception cref="ArgumentOutOfRangeException">The horizon is negative or not finite.</exception>
    public static void Check(double horizon)
    {
        if (!(horizon >= 0 && double.IsFinite(horizon)))
        {
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "A horizon is a finite time of at least 0.");
        }
    }
}
