using MediatR;

namespace Sendra.Application.Workspaces.RotateSigningSecret;

/// <summary>Gives the current workspace a new secret to sign calls with.</summary>
/// <param name="OverlapHours">For how long calls are signed by the old one, too; not at all when null.</param>
public sealed record RotateSigningSecretCommand(int? OverlapHours) : IRequest<string>
{
    /// <summary>The longest overlap, in hours.</summary>
    public const int MaxOverlapHours = 720;
}
