namespace Sendra.ReliabilityTests.Common;

/// <summary>A disk that can be filled; it is memory.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _fill;

    private SmallDisk(string folder) => (Folder, _fill) = (folder, Path.Combine(folder, "fill"));

    public string Folder { get; }

    /// <summary>Mounts one; Inconclusive where that is not allowed, as in most containers.</summary>
    public static SmallDisk Mount(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("sendra-disk-").FullName;
        if (Shell.Try("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=755", "sendra-disk", folder))
        {
            return new SmallDisk(folder);
        }

        Directory.Delete(folder);
        throw new InconclusiveException("No small disk can be mounted here.");
    }

    /// <summary>Leaves no room at all.</summary>
    public void Fill() => Shell.Try("dd", "if=/dev/zero", $"of={_fill}", "bs=64k");

    /// <summary>Makes room again.</summary>
    public void Free() => File.Delete(_fill);

    public void Dispose()
    {
        Shell.Run("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }
}
