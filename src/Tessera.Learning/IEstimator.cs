namespace Tessera.Learning;

/// <summary>Something that learns: it takes data and returns an immutable fitted model, or says why it cannot.</summary>
/// <remarks>
/// Every estimator of the library has this shape. Its options are an immutable record given to its constructor, which refuses
/// invalid ones with all problems listed together (<see cref="InvalidOptionsException"/>); predicting before fitting does not
/// compile, because only the fitted model predicts. An estimator holds no state between calls and may be used by several threads
/// at once. Where chance is involved the options carry a seed, and equal seeds give equal models whatever the thread count.
/// </remarks>
/// <typeparam name="TData">What it learns from; never modified.</typeparam>
/// <typeparam name="TModel">The fitted model: immutable, and safe for several threads.</typeparam>
public interface IEstimator<in TData, out TModel>
    where TModel : IFittedModel
{
    /// <summary>Learns from the data.</summary>
    /// <param name="data">The data; not modified and not kept.</param>
    /// <param name="progress">Told how far the work is, where it takes long; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The fitted model.</returns>
    /// <exception cref="NotEstimableException">The data cannot carry the model; the message says why.</exception>
    /// <exception cref="NotConvergedException">The optimiser stopped short of an optimum; its last state is attached.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    TModel Fit(TData data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default);
}
