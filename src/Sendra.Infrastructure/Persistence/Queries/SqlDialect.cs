using System.Data.Common;

namespace Sendra.Infrastructure.Persistence.Queries;

/// <summary>The little that the databases don't write alike.</summary>
/// <param name="ParameterMark">What stands before a parameter's number.</param>
/// <param name="HasNames">True where a parameter has its mark and number for a name; elsewhere its place is enough.</param>
/// <param name="IdsAreBytes">True where ids are stored as sixteen big-endian bytes.</param>
/// <param name="HasTop">True where TOP says how many rows at most, instead of LIMIT.</param>
/// <param name="ForgetsPlans">True where a text is planned anew for each command, unless the command itself is kept.</param>
/// <param name="Declare">Gives a parameter its type where the value's own would be another plan for each length; null elsewhere.</param>
internal sealed record SqlDialect(
    string ParameterMark, bool HasNames, bool IdsAreBytes, bool HasTop, bool ForgetsPlans, Action<DbParameter, object>? Declare = null)
{
    public static readonly SqlDialect Sqlite = new("$", HasNames: true, IdsAreBytes: true, HasTop: false, ForgetsPlans: true);

    public static readonly SqlDialect PostgreSql = new("$", HasNames: false, IdsAreBytes: false, HasTop: false, ForgetsPlans: false);
}
