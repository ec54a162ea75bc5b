"""Time of one training step of Etude's Classic network in PyTorch."""

import time

import candidate

arguments = candidate.parse_arguments()

import torch  # noqa: E402  (its threads follow from the arguments)
from torch import nn  # noqa: E402

torch.set_num_threads(arguments.threads)
torch.manual_seed(1)


class Seed(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.lstm = nn.LSTM(candidate.FEATURES, candidate.UNITS, batch_first=True)
        self.head = nn.Sequential(
            nn.Dropout(candidate.DROPOUT),
            nn.Linear(candidate.UNITS, candidate.HIDDEN),
            nn.ReLU(),
            nn.Linear(candidate.HIDDEN, candidate.KEYS),
        )

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        hidden, _ = self.lstm(inputs)
        return self.head(hidden[:, -1])


network = Seed()
optimizer = torch.optim.Adam(network.parameters(), lr=candidate.LEARNING_RATE, fused=True)
loss_function = nn.CrossEntropyLoss()
inputs, targets = (torch.from_numpy(array) for array in candidate.batch())
targets = targets.long()


def steps(count: int) -> float:
    began = time.perf_counter()
    for _ in range(count):
        optimizer.zero_grad(set_to_none=True)
        loss = loss_function(network(inputs), targets)
        loss.backward()
        optimizer.step()
        loss.item()
    return (time.perf_counter() - began) * 1000


candidate.run(arguments, f"PyTorch {torch.__version__}", steps)
