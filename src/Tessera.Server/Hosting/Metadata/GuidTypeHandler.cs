using System.Data;
using Dapper;

namespace Tessera.Server.Hosting.Metadata;

/// <summary>UUIDs are stored as their usual text of 36 characters.</summary>
internal sealed class GuidTypeHandler : SqlMapper.TypeHandler<Guid>
{
    public override void SetValue(IDbDataParameter parameter, Guid value)
    {
        parameter.DbType = DbType.String;
        parameter.Value = value.ToString("D");
    }

    public override Guid Parse(object value) => Guid.ParseExact((string)value, "D");
}
