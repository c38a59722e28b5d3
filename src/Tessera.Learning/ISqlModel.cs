namespace Tessera.Learning;

/// <summary>A fitted model that can be computed by the analytical engine.</summary>
public interface ISqlModel
{
    /// <summary>The prediction as a SQL expression (ClickHouse dialect) over columns named as the inputs.</summary>
    /// <remarks>
    /// Numeric columns may be of any number type, nullable or not; null and not-a-number are missing. Categorical columns are compared
    /// by <c>toString</c>; null and unknown names are missing. Large models need <see cref="SqlSettings.LargeModel"/>. The result equals the in-process prediction to 10⁻⁹, relative.
    /// </remarks>
    string ToSql();
}
