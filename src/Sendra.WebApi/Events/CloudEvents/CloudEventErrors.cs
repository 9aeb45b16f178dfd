using FluentValidation;
using FluentValidation.Results;
using Sendra.Application.Ingestion;

namespace Sendra.WebApi.Events.CloudEvents;

/// <summary>What is wrong with an event, by the names of CloudEvents.</summary>
internal static class CloudEventErrors
{
    private static readonly (string Ours, string Theirs)[] Names =
        [("eventProperties", "data"), ("eventName", "type"), ("externalId", "externalid"), ("occurredAt", "time"), ("events", "body")];

    public static ValidationException InTheirNames(this ValidationException invalid) =>
        new(invalid.Errors.Select(failure => new ValidationFailure(Renamed(failure.PropertyName), Renamed(failure.ErrorMessage))));

    public static EventRefusedException InTheirNames(this EventRefusedException refused) => new(new EventRefusal(refused.Code, refused.Errors.InTheirNames()));

    public static IReadOnlyDictionary<string, string[]> InTheirNames(this IReadOnlyDictionary<string, string[]> errors) =>
        errors.ToDictionary(field => Renamed(field.Key), field => field.Value.Select(Renamed).ToArray());

    private static string Renamed(string text) => Names.Aggregate(text, (renamed, name) => renamed.Replace(name.Ours, name.Theirs, StringComparison.Ordinal));
}
