namespace Tessera.Learning.Clustering;

/// <summary>Which covariances the components of a mixture may have.</summary>
public enum CovarianceShape
{
    /// <summary>Any: ellipsoids of any direction.</summary>
    Full,

    /// <summary>Without correlations: ellipsoids along the axes. Needs far fewer rows.</summary>
    Diagonal,
}
