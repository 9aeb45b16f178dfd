namespace Sendra.WebApi.Contracts.Workspaces;

/// <summary>How to replace the signing secret.</summary>
/// <param name="OverlapHours">For how many hours calls are also signed with the old secret, 0 to 720. Default: 0.</param>
public sealed record RotateSigningSecretRequest(int? OverlapHours);
