namespace Tessera.Learning.Selection;

/// <summary>Kinds of models for rows of features.</summary>
public enum ModelKind
{
    /// <summary>Gradient boosting.</summary>
    Boosting,

    /// <summary>A random forest.</summary>
    Forest,

    /// <summary>Logistic regression for classes, linear regression for numbers.</summary>
    Linear,

    /// <summary>A single decision tree.</summary>
    Tree,
}
