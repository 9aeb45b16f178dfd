using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Sendra.Domain.Automations.Steps;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>A step's key in Resend is its id here, as far as it can be one; otherwise the id is made from the key, always the same.</summary>
internal static class ResendKeys
{
    /// <summary>The maximum length of a key, in characters: it then is the step's name.</summary>
    public const int MaxLength = Step.MaxNameLength;

    private const int Bytes = 15;

    public static string ToId(string key) => StepId.TryParse(key, out var id, out _)
        ? id.Value
        : $"key-{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, Bytes))}";
}
