using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Sendra.Domain.Automations.Steps;

namespace Sendra.Application.Workflows;

/// <summary>Sends runs along paths by weight. The same run always takes the same path, whichever node asks, and however often.</summary>
internal static class Splitting
{
    internal static StepWork At(SplitStep step, WalkContext context)
    {
        var point = PointOf(context.Run.Id, step.Id) * step.Paths.Sum(path => path.Weight);
        var reached = 0m;
        foreach (var path in step.Paths)
        {
            reached += path.Weight;
            if (point < reached)
            {
                return new StepWork.Leaving(path.Next, path.Name);
            }
        }

        throw new InvalidOperationException($"The weights of step {step.Id} are all 0.");
    }

    /// <summary>From 0 to just below 1, distributed evenly over runs and steps.</summary>
    private static decimal PointOf(EnrollmentId run, StepId step)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{run.Value:N}/{step}"), hash);
        return BinaryPrimitives.ReadUInt32BigEndian(hash) / 4_294_967_296m;
    }
}
