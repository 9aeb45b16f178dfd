using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using Sendra.Application.Events.SendEvent;
using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Events.CloudEvents;

/// <summary>Makes events of Sendra's from CloudEvents. What is wrong is named by attribute.</summary>
/// <param name="emailPath">Where the address stands in the event when it has no attribute <c>email</c>; or null.</param>
internal sealed class CloudEventReader(IReadOnlyList<DotPath>? emailPath)
{
    private const int MaxPaths = 20;

    // Together they are hashed, so that no length matters but that of the request.
    private static readonly string[] Required = ["id", "source", "type"];

    /// <param name="emailPath">The paths as the caller wrote them, with <c>||</c> between them; or null.</param>
    /// <exception cref="ValidationException">One of them is none.</exception>
    public static CloudEventReader With(string? emailPath)
    {
        if (emailPath is null)
        {
            return new CloudEventReader(null);
        }

        var texts = emailPath.Split("||", StringSplitOptions.TrimEntries);
        var paths = new List<DotPath>(texts.Length);
        foreach (var text in texts.Length <= MaxPaths ? texts : throw JsonBody.Wrong("emailPath", $"must have at most {MaxPaths} paths"))
        {
            paths.Add(DotPath.TryParse(text, out var path, out var problem) ? path : throw new ValidationException([new ValidationFailure("emailPath", $"emailPath: {problem}")]));
        }

        return new CloudEventReader(paths);
    }

    /// <summary>The event as a command.</summary>
    /// <exception cref="ValidationException">Something is wrong, by attribute.</exception>
    public SendEventCommand Read(CloudEvent cloudEvent, RawJson? properties)
    {
        if (cloudEvent.SpecVersion != "1.0")
        {
            throw JsonBody.Wrong("specversion", cloudEvent.SpecVersion is null ? "is required: send the event as application/cloudevents+json, or its attributes as ce-… headers" : "must be 1.0");
        }

        var values = (string?[])[cloudEvent.Id, cloudEvent.Source, cloudEvent.Type];
        var missing = Required.Where((_, i) => string.IsNullOrEmpty(values[i])).ToArray();
        if (missing.Length > 0)
        {
            throw new ValidationException(missing.Select(name => new ValidationFailure(name, $"{name} is required.")));
        }

        var email = cloudEvent.Email ?? AtPath(cloudEvent, properties);
        return new SendEventCommand(
            email,
            cloudEvent.Type,
            properties,
            OccurredAt: cloudEvent.Time,
            Key: IdempotencyKey.OfCloudEvent(cloudEvent.Source!, cloudEvent.Id!),
            ExternalId: cloudEvent.ExternalId ?? (string.IsNullOrEmpty(cloudEvent.Subject) || cloudEvent.Subject == email ? null : cloudEvent.Subject));
    }

    // The first place where a text stands.
    private string? AtPath(CloudEvent cloudEvent, RawJson? properties)
    {
        foreach (var path in emailPath ?? [])
        {
            var value = path.Segments is ["data", ..]
                ? properties is { } data ? path.Follow(JsonElement.Parse($$"""{"data":{{data.Text}}}""")) : null
                : path.Segments is [var name] ? Attribute(cloudEvent, name) : null;
            if (value is { ValueKind: JsonValueKind.String } text)
            {
                return text.GetString();
            }
        }

        return emailPath is null || cloudEvent.ExternalId is not null || cloudEvent.Subject is not null ? null
            : throw JsonBody.Wrong("email", $"is required: there is no attribute email, and no text at {string.Join(" || ", emailPath.Select(path => path.Text))}");
    }

    private static JsonElement? Attribute(CloudEvent cloudEvent, string name) => name switch
    {
        "subject" when cloudEvent.Subject is { } subject => JsonSerializer.SerializeToElement(subject),
        _ => cloudEvent.Others.TryGetValue(name, out var other) ? other : null,
    };
}
