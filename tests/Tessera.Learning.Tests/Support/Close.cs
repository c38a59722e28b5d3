namespace Tessera.Learning.Tests.Support;

/// <summary>Relative closeness, with the number in the message.</summary>
internal static class Close
{
    public static void ShouldBeRelatively(this double actual, double expected, double tolerance, string? what = null)
    {
        var error = Math.Abs(actual - expected) / Math.Abs(expected);
        (error <= tolerance).ShouldBeTrue($"{what ?? "value"}: {actual:R} is not {expected:R} (relative error {error:0.0e+0}, allowed {tolerance:0.0e+0})");
    }

    public static double ParameterValue(this Tessera.Learning.Lifetime.ILifetimeModel model, string name) =>
        model.Parameters.Single(parameter => parameter.Name == name).Value;
}
