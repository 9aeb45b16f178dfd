namespace Sendra.WebApi.Contracts.Workspaces;

/// <summary>The workspace's signing secret.</summary>
/// <param name="SigningSecret">The secret, as Standard Webhooks writes it: <c>whsec_…</c>.</param>
public sealed record SigningSecretResponse(string SigningSecret);
