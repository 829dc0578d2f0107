using MrsDiag.Configuration;
using MrsDiag.Sources;

namespace MrsDiag.Endpoints;

/// <summary>Takes output of Get-WebServicesVirtualDirectory.</summary>
internal static class DirectoryInput
{
    /// <summary>Reads one virtual directory.</summary>
    /// <exception cref="EndpointInputException">It belongs to another service, or cannot be attributed to a server.</exception>
    public static EndpointInput Read(IObjectView view)
    {
        if (VirtualDirectoryReader.IsOtherService(view, out string name))
            throw new EndpointInputException(
                "NotAnEndpoint",
                $"The virtual directory {name} is not that of Exchange Web Services, where MRS Proxy is. "
                + "Run in the Exchange Management Shell: Get-WebServicesVirtualDirectory.");
        if (VirtualDirectoryReader.IsBackEnd(view))
            return new EndpointInput
            {
                Skipped = $"The virtual directory {VirtualDirectoryReader.Identity(view)} is left out: no client calls the back end, "
                    + "and calls of MRS Proxy do not pass through it.",
            };
        VirtualDirectory directory = VirtualDirectoryReader.Read(view);
        PublishedNames.TargetOf(directory);
        return new EndpointInput { VirtualDirectory = directory };
    }
}
