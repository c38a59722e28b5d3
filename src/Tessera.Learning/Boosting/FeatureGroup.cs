namespace Tessera.Learning.Boosting;

/// <summary>A few neighbouring features whose bins lie row by row, so that their histograms are filled in one pass and stay in the first-level cache.</summary>
/// <param name="FirstFeature">The first of them.</param>
/// <param name="Width">How many they are.</param>
/// <param name="Bins">The bins, [n, width], and <see cref="HistogramKernel.WidestGroup"/> bytes more.</param>
/// <param name="Offsets">Where in a histogram each feature begins, [width].</param>
internal sealed record FeatureGroup(int FirstFeature, int Width, byte[] Bins, int[] Offsets);
