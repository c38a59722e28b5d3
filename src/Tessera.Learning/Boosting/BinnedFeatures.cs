using System.Buffers;
using Tessera.Learning.Data;

namespace Tessera.Learning.Boosting;

/// <summary>All features as bins of a byte each, in groups.</summary>
internal sealed class BinnedFeatures
{
    // A bin of 255 then has 257 rows of the sample: its share is known to 6 %.
    private const int SampleRows = 1 << 16;
    private const int BlockRows = 2048;

    private BinnedFeatures(FeatureBins[] features, FeatureGroup[] groups, int rowCount, int histogramLength)
    {
        Features = features;
        Groups = groups;
        RowCount = rowCount;
        HistogramLength = histogramLength;
    }

    public FeatureBins[] Features { get; }

    public FeatureGroup[] Groups { get; }

    public int RowCount { get; }

    /// <summary>The cells of a histogram of all features.</summary>
    public int HistogramLength { get; }

    /// <summary>Chooses the bins of each feature by a sample of at most 65,536 rows, evenly spaced.</summary>
    public static FeatureBins[] Choose(FeatureFrame frame, int maximumBins, int threads)
    {
        var features = new FeatureBins[frame.Schema.Count];
        WorkSharing.For(features.Length, threads, feature =>
        {
            var column = frame.Column(feature);
            features[feature] = frame.Schema[feature].IsCategorical
                ? FeatureBins.OfCategories(column, frame.Schema[feature].Categories.Count, maximumBins)
                : OfSample(column, maximumBins);
        });
        return features;
    }

    /// <summary>Replaces every value by its bin. O(n d log bins).</summary>
    public static BinnedFeatures Of(FeatureFrame frame, FeatureBins[] features, int threads)
    {
        var groupCount = GroupCount(features.Length, threads);
        var groups = new FeatureGroup[groupCount];
        var offset = 0;
        for (var i = 0; i < groupCount; i++)
        {
            var first = (int)((long)features.Length * i / groupCount);
            var width = (int)((long)features.Length * (i + 1) / groupCount) - first;
            var offsets = new int[width];
            for (var j = 0; j < width; j++)
            {
                offsets[j] = offset;
                offset += features[first + j].Count;
            }

            groups[i] = new FeatureGroup(first, width, new byte[((long)frame.RowCount * width) + HistogramKernel.WidestGroup], offsets);
        }

        var binned = new BinnedFeatures(features, groups, frame.RowCount, offset);
        WorkSharing.ForBlocks(frame.RowCount, BlockRows, threads, (_, from, to) => binned.Fill(frame, from, to));
        return binned;
    }

    /// <summary>The group of a feature.</summary>
    public FeatureGroup GroupOf(int feature)
    {
        var group = 0;
        while (feature >= Groups[group].FirstFeature + Groups[group].Width)
        {
            group++;
        }

        return Groups[group];
    }

    // Even groups, and at least as many as threads where there are features enough; their number has no influence on the model.
    private static int GroupCount(int features, int threads)
    {
        var groups = (features + HistogramKernel.WidestGroup - 1) / HistogramKernel.WidestGroup;
        groups = (groups + threads - 1) / threads * threads;
        return Math.Clamp(groups, 1, Math.Max(1, features));
    }

    private static FeatureBins OfSample(double[] column, int maximumBins)
    {
        var count = Math.Min(SampleRows, column.Length);
        var sample = ArrayPool<double>.Shared.Rent(count);
        for (var i = 0; i < count; i++)
        {
            sample[i] = column[(int)((long)i * column.Length / count)];
        }

        var bins = FeatureBins.OfNumbers(sample.AsSpan(0, count), maximumBins);
        ArrayPool<double>.Shared.Return(sample);
        return bins;
    }

    private void Fill(FeatureFrame frame, int from, int to)
    {
        foreach (var group in Groups)
        {
            for (var j = 0; j < group.Width; j++)
            {
                var bins = Features[group.FirstFeature + j];
                var column = frame[group.FirstFeature + j][from..to];
                bins.Fill(column, group.Bins.AsSpan((from * group.Width) + j), group.Width);
            }
        }
    }
}
