using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Sendra.Domain.Automations.Steps;

namespace Sendra.Infrastructure.Persistence.Converters;

/// <summary>A workflow as the JSON of its steps.</summary>
internal sealed class WorkflowConverter() : ValueConverter<Workflow, string>(workflow => workflow.Json, text => Workflow.Parse(text))
{
    public static readonly ValueComparer<Workflow> Comparer = new(
        (left, right) => left!.Json == right!.Json, workflow => workflow.Json.GetHashCode(), workflow => workflow);
}
