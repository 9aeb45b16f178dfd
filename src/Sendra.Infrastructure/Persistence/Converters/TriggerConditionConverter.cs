using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Sendra.Domain.Automations;

namespace Sendra.Infrastructure.Persistence.Converters;

/// <summary>A condition as the JSON that its author wrote.</summary>
internal sealed class TriggerConditionConverter() : ValueConverter<TriggerCondition, string>(
    condition => condition.Json.Text, text => TriggerCondition.Parse(text))
{
    public static readonly ValueComparer<TriggerCondition> Comparer = new(
        (left, right) => (left == null ? null : left.Json.Text) == (right == null ? null : right.Json.Text),
        condition => condition.Json.GetHashCode(),
        condition => condition);
}
