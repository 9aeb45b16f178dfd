using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Sendra.Domain.Automations;

namespace Sendra.Infrastructure.Persistence.Converters;

/// <summary>The conditions of exit events as the JSON that their author wrote.</summary>
internal sealed class ExitConditionsConverter() : ValueConverter<ExitConditions, string>(
    conditions => conditions.Json!.Value.Text, text => ExitConditions.Parse(text))
{
    public static readonly ValueComparer<ExitConditions> Comparer = new(
        (left, right) => (left == null ? null : left.Json!.Value.Text) == (right == null ? null : right.Json!.Value.Text),
        conditions => conditions.Json.GetHashCode(),
        conditions => conditions);
}
