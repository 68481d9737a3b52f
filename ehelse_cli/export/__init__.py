"""What passed the gate, in the formats that other programs read: pure functions that write nothing and call nobody."""
