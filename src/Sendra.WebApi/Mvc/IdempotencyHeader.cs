using System.Security.Cryptography;
using System.Text.Json;
using Sendra.Application.Ingestion;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Mvc;

/// <summary>Reads the <c>Idempotency-Key</c> header.</summary>
internal static class IdempotencyHeader
{
    /// <summary>The header's name.</summary>
    public const string Name = "Idempotency-Key";

    /// <summary>The key, with what was asked under it; null when the header is absent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">What was asked; two bodies that read alike are the same one.</param>
    /// <exception cref="FluentValidation.ValidationException">The header holds no legal key.</exception>
    public static IdempotencyKey? Read<T>(HttpRequest request, T body) => Read(request) is { } key ? IdempotencyKey.OfCall(key, HashOf(body)) : null;

    /// <summary>The header's value; null when it is absent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxLength">The most characters it may have.</param>
    /// <exception cref="FluentValidation.ValidationException">The header holds no legal key.</exception>
    public static string? Read(HttpRequest request, int maxLength = IdempotencyKey.MaxLength) => request.Headers[Name] switch
    {
        [] => null,
        [{ } key] when IdempotencyKey.IsLegal(key) && key.Length <= maxLength => key,
        _ => throw JsonBody.Wrong(Name, $"must be one value of 1 to {maxLength} printable ASCII characters"),
    };

    /// <summary>What tells bodies apart.</summary>
    public static byte[] HashOf<T>(T body) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Options));
}
