using System.Text.Json;
using Sendra.Domain.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>Steps and connections as Resend's clients see them. It is kept beside the steps that were made from it, so that nothing is lost.</summary>
/// <param name="Steps">The steps.</param>
/// <param name="Connections">What leads where.</param>
internal sealed record ResendForm(IReadOnlyList<ResendFormStep> Steps, IReadOnlyList<ResendFormConnection> Connections)
{
    /// <summary>As it is kept.</summary>
    public RawJson ToJson() => new(JsonSerializer.Serialize(this, ApiJson.Options));

    /// <summary>A form that was kept; null when another product's client wrote it.</summary>
    public static ResendForm? Parse(RawJson json)
    {
        try
        {
            return JsonSerializer.Deserialize<ResendForm>(json.Text, ApiJson.Options) is { Steps: not null, Connections: not null } form ? form : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
