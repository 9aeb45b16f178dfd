using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Infrastructure.Persistence.Converters;

/// <summary>A signature check as JSON text; its secrets are encrypted already.</summary>
internal sealed partial class SourceSignatureConverter() : ValueConverter<SourceSignature, string>(
    signature => Write(signature), text => Read(text))
{
    public static readonly ValueComparer<SourceSignature> Comparer = new(
        (left, right) => ReferenceEquals(left, right) || (left != null && right != null && Write(left) == Write(right)),
        signature => signature.ProtectedSecrets.Count,
        signature => signature);

    private static string Write(SourceSignature signature) =>
        JsonSerializer.Serialize(new Stored(signature.Scheme.Options, signature.ProtectedSecrets), SignatureJson.Default.Stored);

    private static SourceSignature Read(string text)
    {
        var stored = JsonSerializer.Deserialize(text, SignatureJson.Default.Stored)!;
        return new SourceSignature(SignatureScheme.Create(stored.Options), stored.Secrets);
    }

    internal sealed record Stored(SignatureOptions Options, IReadOnlyList<string> Secrets);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Stored))]
    private sealed partial class SignatureJson : JsonSerializerContext;
}
